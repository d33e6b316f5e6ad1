/** The short list that `build/reference-data.js` makes of the reference. */
declare module 'virtual:names' {
  /** Id, kind, signature, summary, formula, shape rule, other ways to write it, arguments, the place of what it gives. */
  export type Row = [
    id: string,
    kind: string,
    signature: string,
    summary: string,
    formula: string,
    shape: string,
    ways: string[],
    says: [argument: string, says: string][],
    gives: string,
  ];

  const data: {
    /** The place of what can be asked of a tensor. */
    tensor: string;
    entries: Row[];
    /** Public names at a place that a program can have and that have no entry. */
    bare: [place: string, names: string][];
  };
  export default data;
}
