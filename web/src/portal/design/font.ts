import './font.css'

// Asked for when the script begins to work, not before: until then the script itself needs the line.
void document.fonts?.load('1em "Inter Variable"')
