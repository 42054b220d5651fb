package signin

import (
	"net/http"

	"github.com/muniment/muniment/internal/fault"
	"github.com/muniment/muniment/internal/language"
	"github.com/muniment/muniment/internal/vocabulary"
)

// languageOf returns the language in which a page is shown to a browser.
func languageOf(r *http.Request) vocabulary.Language {
	return language.Preferred(r.Header.Get("Accept-Language"))
}

// phrase returns a text of this package in a language. english may name parameters in braces.
func phrase(in vocabulary.Language, english string) string {
	if german, known := germanPhrases[english]; known && in == vocabulary.LanguageDE {
		return german
	}
	return english
}

// waysIn returns ways to go on with their names in a language.
func waysIn(in vocabulary.Language, ways []choice) []choice {
	named := make([]choice, len(ways))
	for i, way := range ways {
		named[i] = choice{phrase(in, way.Name), way.Link}
	}
	return named
}

// shownProblem is an error on a page. Untranslated says that its texts are English on a page in another language.
type shownProblem struct {
	Message, Remedy string
	Untranslated    bool
}

func shownIn(in vocabulary.Language, problems ...*fault.Error) []shownProblem {
	shown := make([]shownProblem, len(problems))
	for i, f := range problems {
		shown[i] = shownProblem{Message: f.Message, Remedy: f.Remedy}
		if in != vocabulary.LanguageDE {
			continue
		}
		// An error has its texts with the values in them, so each known text is filled with the same values.
		shown[i].Untranslated = true
		for _, known := range germanProblems {
			if fault.Fill(known.message, f.Parameters) == f.Message &&
				fault.Fill(known.remedy, f.Parameters) == f.Remedy {
				shown[i] = shownProblem{Message: fault.Fill(known.german, f.Parameters),
					Remedy: fault.Fill(known.germanRemedy, f.Parameters)}
				break
			}
		}
	}
	return shown
}

// germanPhrases has the German texts of the titles, links and hints of the pages by the English ones.
var germanPhrases = map[string]string{
	"Sign in":                 "Anmelden",
	"Sign out":                "Abmelden",
	"Signed out":              "Abgemeldet",
	"Look into your mail":     "Sehen Sie in Ihrem Postfach nach",
	"Your access":             "Ihr Zugang",
	"Invitation to {account}": "Einladung zu {account}",
	"Not now":                 "Im Moment nicht möglich",
	"Something broke":         "Etwas ist schiefgegangen",
	"Not found":               "Nicht gefunden",
	"That did not work":       "Das hat nicht geklappt",
	"There is no such page":   "Diese Seite gibt es nicht",
	"Go to the sign-in page":  "Zur Anmeldung",
	"Go to the start page":    "Zur Startseite",
	"Open the playground":     "Playground öffnen",
	"This is not an e-mail address. Write it like name@example.com.": "Das ist keine E-Mail-Adresse. " +
		"Schreiben Sie sie wie name@example.com.",
	"The name is empty. Write the name that colleagues see, such as Ada Lovelace.": "Der Name ist leer. " +
		"Schreiben Sie den Namen, den andere sehen, zum Beispiel Ada Lovelace.",
	"The name has more than 200 characters. Write a shorter one.": "Der Name hat mehr als 200 Zeichen. Schreiben Sie " +
		"einen kürzeren.",
}

// germanProblem is an error that people see on the pages, with its texts in both languages.
type germanProblem struct{ message, remedy, german, germanRemedy string }

var germanProblems = []germanProblem{
	{"This link is not valid. Links work once, and for a limited time.", "Ask for a new one.",
		"Dieser Link ist nicht gültig. Links funktionieren einmal und nur für begrenzte Zeit.",
		"Fordern Sie einen neuen an."},
	{"This link is not an invitation.", "Open the link in the newest e-mail, or ask for a new invitation.",
		"Dieser Link ist keine Einladung.",
		"Öffnen Sie den Link in der neuesten E-Mail, oder bitten Sie um eine neue Einladung."},
	{"A user with the address {address} already exists.", "Sign in, and open the link of the invitation again.",
		"Die Adresse {address} wird schon verwendet.",
		"Melden Sie sich an, und öffnen Sie den Link der Einladung noch einmal."},
	{"This sign-in cannot be continued. It was started in another browser, took longer than ten minutes, or was " +
		"completed before.", "Sign in again.",
		"Diese Anmeldung kann nicht fortgesetzt werden. Sie wurde in einem anderen Browser begonnen, hat länger als " +
			"zehn Minuten gedauert oder wurde schon abgeschlossen.", "Melden Sie sich noch einmal an."},
	{"The credential is not valid, or no longer valid.", "Sign in again, or send a valid key or token.",
		"Die Anmeldung ist nicht oder nicht mehr gültig.", "Melden Sie sich noch einmal an."},
	{"Only a browser on the machine of the server may use sample roles.",
		"Open http://127.0.0.1 with the server's port, there.",
		"Beispielrollen kann nur ein Browser auf dem Rechner des Servers verwenden.",
		"Öffnen Sie dort http://127.0.0.1 mit dem Port des Servers."},
	{"There is no such sample role.", "Choose one of those on the page.",
		"Diese Beispielrolle gibt es nicht.", "Wählen Sie eine von denen auf der Seite."},
	{"The form was sent by a page of another site.", "Open the page of this server, and use the form there.",
		"Das Formular kam von der Seite eines anderen Servers.",
		"Öffnen Sie die Seite dieses Servers, und verwenden Sie das Formular dort."},
	{"The request does not come from a form of this server.", "Open the page of this server, and use the form there.",
		"Die Anfrage kommt nicht von einem Formular dieses Servers.",
		"Öffnen Sie die Seite dieses Servers, und verwenden Sie das Formular dort."},
	{"Too many requests came from your network address in a short time.", "Try again after {again}.",
		"Von Ihrer Netzadresse kamen in kurzer Zeit zu viele Anfragen.",
		"Versuchen Sie es nach {again} noch einmal."},
	{"There is no such account.", "Check the link.", "Dieses Konto gibt es nicht.", "Prüfen Sie den Link."},
	{"There is no such identity provider.", "Go back and choose one of those on the page.",
		"Diesen Anmeldedienst gibt es nicht.", "Gehen Sie zurück, und wählen Sie einen von denen auf der Seite."},
	{"{provider} does not answer at the moment.", "Try again in a moment.",
		"{provider} antwortet im Moment nicht.", "Versuchen Sie es gleich noch einmal."},
	{"{provider} cannot sign people in at the moment.", "Try again in a moment.",
		"{provider} kann im Moment niemanden anmelden.", "Versuchen Sie es gleich noch einmal."},
	{"{provider} did not let you in, or the sign-in was canceled there.",
		"Sign in again, or ask the administrator of your account at {provider}.",
		"{provider} hat Sie nicht angemeldet, oder die Anmeldung wurde dort abgebrochen.",
		"Melden Sie sich noch einmal an, oder fragen Sie die Verwaltung Ihres Kontos bei {provider}."},
	{"{provider} refused the sign-in.", "Tell the operator of this server: the log says why.",
		"{provider} hat die Anmeldung abgelehnt.",
		"Sagen Sie es den Betreibern dieses Servers: Das Protokoll nennt den Grund."},
	{"The answer of {provider} does not prove who you are.",
		"Sign in again. If the error stays, tell the operator of this server.",
		"Die Antwort von {provider} weist nicht nach, wer Sie sind.",
		"Melden Sie sich noch einmal an. Wenn der Fehler bleibt, sagen Sie es den Betreibern dieses Servers."},
	{"An internal error occurred. The server's log has the details under request {requestId}.",
		"Try again. If the error stays, tell the operator the request id.",
		"Im Server ist ein Fehler aufgetreten. Einzelheiten stehen in seinem Protokoll unter der Anfrage {requestId}.",
		"Versuchen Sie es noch einmal. Wenn der Fehler bleibt, nennen Sie den Betreibern diese Anfrage."},
	{"The identity provider sent you to an address that is no longer used.",
		"Ask the operator of this server to register the address {path}/CODE at the identity provider, with the code " +
			"of the provider.",
		"Der Anmeldedienst hat Sie an eine Adresse geschickt, die nicht mehr verwendet wird.",
		"Bitten Sie die Betreiber dieses Servers, beim Anmeldedienst die Adresse {path}/CODE einzutragen, mit dem " +
			"Code des Anmeldedienstes."},
	{"No user has this sign-in, and the identity provider does not confirm an e-mail address.",
		"Sign in with a link sent by mail, or ask an administrator of your account to invite you.",
		"Diese Anmeldung gehört zu niemandem, und der Anmeldedienst bestätigt keine E-Mail-Adresse.",
		"Melden Sie sich mit einem Link per E-Mail an, oder bitten Sie die Verwaltung Ihres Kontos um eine Einladung."},
	{"Several users share this e-mail address.", "Sign in with a link sent by mail: there is one for each user.",
		"Mehrere Personen teilen sich diese E-Mail-Adresse.",
		"Melden Sie sich mit einem Link per E-Mail an: Es gibt einen für jede Person."},
	{"No user has this e-mail address.", "Ask an administrator of your account to invite you.",
		"Zu dieser E-Mail-Adresse gibt es hier keinen Zugang.",
		"Bitten Sie die Verwaltung Ihres Kontos um eine Einladung."},
	{"The user is deactivated.",
		"If that is a mistake, ask an administrator of your account, or the company that runs this server, to " +
			"reactivate the user.",
		"Dieser Zugang ist deaktiviert.",
		"Wenn das ein Irrtum ist, bitten Sie die Verwaltung Ihres Kontos oder die Betreiber dieses Servers, ihn " +
			"wieder zu aktivieren."},
	{"Nothing is served under this address.", "Check how it is written, or begin at one of these pages.",
		"Unter dieser Adresse gibt es nichts.",
		"Prüfen Sie, wie sie geschrieben ist, oder beginnen Sie auf einer dieser Seiten."},
	{"This address takes what a form or a program sends. It is no page of its own.", "Begin at one of these pages.",
		"Diese Adresse nimmt an, was ein Formular oder ein Programm sendet. Sie ist keine eigene Seite.",
		"Beginnen Sie auf einer dieser Seiten."},
}
