import type * as Monaco from 'monaco-editor'

/** Names of our editor themes by color scheme. */
export const editorTheme = { light: 'muniment-light', dark: 'muniment-dark' } as const

interface Palette {
  base: Monaco.editor.BuiltinTheme
  surface: string
  text: string
  accent: string
  faint: string
  comment: string
  number: string
  argument: string
}

/**
 * Registers our themes with Monaco: its own syntax colors, except for comments, numbers and line numbers, whose
 * contrast is below 4.5, and the brand color instead of GraphiQL's pink.
 */
export function defineEditorThemes(monaco: typeof Monaco) {
  monaco.editor.defineTheme(
    editorTheme.light,
    themeOf({
      base: 'vs',
      surface: '#ffffff',
      text: '#3b4b68',
      accent: '#226864',
      faint: '#5a6c87',
      comment: '#286a28',
      number: '#066b47',
      argument: '#5a57b8',
    }),
  )
  monaco.editor.defineTheme(
    editorTheme.dark,
    themeOf({
      base: 'vs-dark',
      surface: '#212a3b',
      text: '#e3e9f2',
      accent: '#72cac2',
      faint: '#9fadc4',
      comment: '#93bd7b',
      number: '#b5cea8',
      argument: '#a9a4ff',
    }),
  )
}

function themeOf({
  base,
  surface,
  text,
  accent,
  faint,
  comment,
  number,
  argument,
}: Palette): Monaco.editor.IStandaloneThemeData {
  const tint = `${accent}22`
  return {
    base,
    inherit: true,
    rules: [
      { token: 'comment', foreground: comment },
      { token: 'number', foreground: number },
      { token: 'argument.identifier.gql', foreground: argument },
    ],
    colors: {
      'editor.background': '#ffffff00',
      'scrollbar.shadow': '#ffffff00',
      'editorLineNumber.foreground': faint,
      'editorLineNumber.activeForeground': text,
      'editorHoverWidget.background': surface,
      'editorSuggestWidget.background': surface,
      'editorSuggestWidget.selectedBackground': tint,
      'editorSuggestWidget.selectedForeground': text,
      'editorWidget.background': surface,
      'editorWidget.resizeBorder': accent,
      'editorLink.activeForeground': accent,
      'textLink.foreground': accent,
      'textLink.activeForeground': accent,
      'list.hoverBackground': tint,
      'list.highlightForeground': accent,
      'list.focusHighlightForeground': accent,
      'input.background': tint,
      'inputOption.hoverBackground': tint,
      'toolbar.hoverBackground': tint,
      'menu.background': surface,
      'menu.selectionBackground': tint,
      'menu.selectionForeground': text,
      'pickerGroup.foreground': accent,
      'quickInput.background': surface,
      'quickInputList.focusBackground': tint,
      'quickInputList.focusForeground': text,
      focusBorder: accent,
    },
  }
}
