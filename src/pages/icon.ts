/** The mark of the site in tabs and bookmarks: a message on its way from one to another. */
export const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="#6b2d1f"/><path d="M9 22Q9 9 22 9" fill="none" stroke="#fdfcf9" stroke-width="2.5"/><g fill="#fdfcf9"><circle cx="9" cy="23" r="4"/><circle cx="23" cy="9" r="4"/></g></svg>
`
