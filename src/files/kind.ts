/** What a file is, found from its bytes. */
export type Kind = { readonly mediaType: string; readonly extension: string }
