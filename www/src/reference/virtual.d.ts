/** What `build/reference-data.js` asked the engine. */
declare module 'virtual:reference' {
  import type { ReferenceEntry } from '../engine/protocol.ts';

  export interface Place {
    /** `torch.nn` */
    place: string;
    /** Every public name that PyTorch has there. */
    names: string[];
    /** Those that are not here, each with the class of its reason. */
    absent: [name: string, reason: string][];
  }

  const data: { entries: ReferenceEntry[]; places: Place[] };
  export default data;
}
