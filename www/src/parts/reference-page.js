/** The page of the reference, beside this one whatever the path of both. @param {string} [id] an entry: the full name */
export const referencePage = (id = '') => `./reference/${id && `#${encodeURIComponent(id)}`}`;

/** The page with what a few words find in it. @param {string} words */
export const referenceSearch = (words) => referencePage(`find=${words}`);

/** Whether a card is of something that the reference has: all but what a program makes itself. @param {{ source: string, name: string }} card */
export const inReference = ({ name }) => name.includes('.');
