/**
 * A scripted engine with the interface of the wasm one, for work on the page alone (`KINDLING_ENGINE=script`).
 * It knows the digits program by heart and nothing of tensors. Never part of a build that is served.
 *
 * @import { Answer, Command, GradState, OutputChunk, Phase, Update } from '../src/engine/protocol.ts'
 */
import { digits } from './fixtures/graphs.js';
import { progressAt } from './fixtures/progress.js';
import { FILE, hints, loopView, PARAMETERS, structure, palette, STOPS } from './script-program.js';
import { anUpdate } from './updates.js';

const LOOP_START = STOPS.findIndex((stop) => stop.phase === 'data');
const LOOP = STOPS.length - LOOP_START;
const INSTANTS = 12;

export class Kindling {
  #run = 0;
  #at = 0;
  #head = 0;
  #running = false;
  #failed = false;
  #grads = 0;
  #graph = digits();
  /** @type {Partial<Update> | undefined} */
  #changes;

  /** @param {Command} command @returns {Answer | undefined} */
  command(command) {
    const handlers = /** @type {Record<string, () => Answer | undefined | void>} */ ({
      load: () => this.#begin(true),
      edited: () => this.#begin(false),
      restart: () => this.#begin(true),
      step: () => command.do === 'step' && this.#step(command.unit, command.back),
      seek: () => command.do === 'seek' && this.#go(Math.round(command.instant / INSTANTS)),
      run: () => void (this.#running = true),
      pause: () => this.#pause(),
      stop: () => this.#pause(),
      act: () => command.do === 'act' && this.#act(command.act),
      eval: () => command.do === 'eval' && this.#say('prompt', `${command.text}\n`, 'answer', 'tensor(2.3124)\n'),
      palette: () => ({ answer: 'palette', entries: palette }),
      edit: () => ({ answer: 'refused', reason: 'The scripted engine cannot edit.' }),
      source: () => ({
        answer: 'source',
        text: 'def forward(self, input):\n    return F.linear(input, self.weight, self.bias)\n',
      }),
    });
    return handlers[command.do]?.() || undefined;
  }

  slice() {
    if (this.#running) {
      this.#go(this.#at + LOOP);
      const iteration = Math.floor((this.#at - LOOP_START) / LOOP);
      this.#change({ losses: [{ iteration, name: 'loss', value: 2.3 * Math.exp(-iteration / 40) + 0.1 }] });
      if (iteration > 199) this.#pause();
    }
    const changes = this.#changes;
    this.#changes = undefined;
    return changes && this.#update(changes);
  }

  busy() {
    return this.#running;
  }

  /** @param {boolean} clear */
  #begin(clear) {
    this.#run += 1;
    this.#at = this.#head = this.#grads = 0;
    this.#running = this.#failed = false;
    this.#change({
      clear,
      hints,
      structure,
      graph: { ...this.#graph, dry: true },
      diagnostics: [],
      loopView: loopView(null),
    });
  }

  #pause() {
    this.#running = false;
    this.#change({});
  }

  /** @param {string} unit @param {boolean} back */
  #step(unit, back) {
    const by = unit === 'iteration' ? LOOP : 1;
    if (unit === 'phase' && this.#at < LOOP_START) this.#go(LOOP_START);
    else this.#go(Math.max(0, this.#at + (back ? -by : by)));
  }

  /** @param {number} at */
  #go(at) {
    this.#at = at;
    this.#head = Math.max(this.#head, at);
    const phase = this.#stop().phase;
    if (phase === 'step') this.#grads = 1;
    this.#change(phase === 'data' && at > LOOP_START ? { graph: { ...this.#graph, dry: false, iteration: 0 } } : {});
  }

  /** @param {number} act */
  #act(act) {
    const phase = loopView(null).acts[act]?.phase;
    if (phase === 'zeroGrad') this.#grads = 0;
    if (phase !== 'backward') return this.#change({});
    this.#grads += 1;
    this.#failed = this.#grads > 1;
    this.#change(this.#failed ? { error: SECOND_TIME } : {});
  }

  /** @param {...string} said stream, text, stream, text */
  #say(...said) {
    /** @type {OutputChunk[]} */
    const output = [];
    for (let at = 0; at < said.length; at += 2) {
      output.push({ stream: /** @type {OutputChunk['stream']} */ (said[at]), text: said[at + 1] ?? '', instant: 0 });
    }
    this.#change({ output });
  }

  #stop() {
    const at = this.#at < STOPS.length ? this.#at : LOOP_START + ((this.#at - LOOP_START) % LOOP);
    return STOPS[at] ?? { line: 1, phase: /** @type {Phase} */ ('other') };
  }

  /** @param {Partial<Update>} changes */
  #change(changes) {
    this.#changes = { ...this.#changes, ...changes };
  }

  /** @param {Partial<Update>} changes @returns {Update} */
  #update(changes) {
    const { line, phase } = this.#stop();
    const inside = this.#at >= LOOP_START;
    /** @type {GradState} */
    const grad =
      this.#grads === 0
        ? { is: 'none' }
        : this.#grads === 1
          ? { is: 'fresh' }
          : { is: 'accumulated', times: this.#grads };
    const done = { forward: 3, loss: 8, zeroGrad: 12, backward: 12, step: 12 };
    return anUpdate({
      run: this.#run,
      status: this.#failed ? 'failed' : this.#running ? 'running' : this.#at ? 'paused' : 'ready',
      head: this.#head * INSTANTS,
      cursor: this.#at * INSTANTS,
      frames: [{ file: FILE, function: '<module>', span: { line, column: 0, endLine: line, endColumn: 60 } }],
      loopView: loopView(inside ? phase : null),
      parameters: this.#at < 6 ? [] : PARAMETERS.map((parameter) => ({ ...parameter, grad })),
      progress:
        phase === 'step'
          ? progressAt(this.#graph, 99, -1)
          : progressAt(this.#graph, done[/** @type {'loss'} */ (phase)] ?? 0),
      timeline: { iterations: this.#iterations(), ops: this.#head },
      ...changes,
    });
  }

  #iterations() {
    const count = Math.max(0, Math.ceil((this.#head - LOOP_START) / LOOP));
    return Array.from({ length: count }, (_, index) => {
      const start = LOOP_START + index * LOOP;
      const end = Math.min(start + LOOP, this.#head);
      const phases = STOPS.slice(LOOP_START, LOOP_START + end - start).map(({ phase }, at) => ({
        phase,
        from: (start + at) * INSTANTS,
        to: (start + at + 1) * INSTANTS,
      }));
      return { index, from: start * INSTANTS, to: end * INSTANTS, phases, loss: 2.3, recorded: true };
    });
  }
}

const SECOND_TIME = {
  kind: 'RuntimeError',
  message:
    'Trying to backward through the graph a second time (or directly access saved tensors after they have already been freed). Saved intermediate values of the graph are freed when you call .backward() or autograd.grad(). Specify retain_graph=True if you need to backward through the graph a second time or if you need to access saved tensors after calling backward.',
  because:
    'The first backward() walked this graph and let go of what its nodes had saved, so there is nothing left to walk it with.',
  traceback:
    'Traceback (most recent call last):\n  File "digits.py", line 27, in <module>\n    loss.backward()\nRuntimeError: ...',
  span: { line: 27, column: 4, endLine: 27, endColumn: 19 },
  shape: null,
  repairs: [{ label: 'Keep the graph: retain_graph=True', edits: [] }],
};

export default async function init() {
  return {};
}
