package account

import "slices"

// publicServices are domains at which anybody can have an address, so that an address of them says nothing of where somebody
// belongs. The list holds the large ones; it keeps administrators from an accident, not from themselves.
var publicServices = []string{
	"126.com", "163.com", "aol.com", "comcast.net", "daum.net", "fastmail.com", "free.fr", "freenet.de", "gmail.com", "gmx.at",
	"gmx.ch", "gmx.com", "gmx.de", "gmx.net", "googlemail.com", "hanmail.net", "hey.com", "hotmail.co.uk", "hotmail.com",
	"hotmail.de", "hotmail.fr", "hotmail.it", "icloud.com", "laposte.net", "libero.it", "live.com", "mac.com", "mail.com",
	"mail.ru", "mailinator.com", "me.com", "msn.com", "naver.com", "orange.fr", "outlook.com", "outlook.de", "outlook.fr",
	"pm.me", "proton.me", "protonmail.com", "qq.com", "rediffmail.com", "t-online.de", "tuta.com", "tutanota.com", "web.de",
	"yahoo.co.in", "yahoo.co.jp", "yahoo.co.uk", "yahoo.com", "yahoo.de", "yahoo.fr", "yahoo.it", "yandex.com", "yandex.ru",
	"ymail.com", "zoho.com",
}

func isPublicService(domain string) bool { return slices.Contains(publicServices, domain) }
