/** What wasm-bindgen makes of `src/web.rs`; `vite.config.js` says where it is. */
declare module 'kindling-wasm' {
  import type { Answer, Command, Update } from './protocol.ts';

  export class Kindling {
    constructor();
    /** Takes a command; answers those that ask something. */
    command(command: Command): Answer | undefined;
    /** Puts a file on the disk that programs see. */
    put(path: string, bytes: Uint8Array): void;
    /** Runs at most so many instructions; says what changed, when something did. */
    slice(instructions: number): Update | undefined;
    /** Whether there is more to run. */
    busy(): boolean;
  }

  export default function init(): Promise<{ memory?: WebAssembly.Memory }>;
}
