/**
 * Commands over time: step, go back, run.
 *
 * @import { Unit } from '../engine/protocol.ts'
 * @import { CommandEntry, Reach } from './commands.js'
 */
import * as actions from '../state/actions.js';
import { actName, actTest } from './acts.js';
import { inGroup } from './entry.js';

/** Unit, label, what it does, icon, keys. @type {[Unit, string, string, string, string][]} */
const STEPS = [
  ['line', 'Line', 'Run this line and stop at the next', 'line', 'F10'],
  ['into', 'Into', 'Go into what this line calls', 'into', 'F11'],
  ['out', 'Out', 'Run to the end of this function', 'out', 'Shift+F11'],
  ['op', 'Op', 'Run one tensor operation, or one node of backward', 'op', '.'],
  ['phase', 'Phase', 'Run to the next phase: forward, loss, zero_grad, backward, step', 'phase', 'n'],
  ['iteration', 'Iteration', 'Run one iteration of the training loop', 'iteration', 'i'],
];

/** @type {[Unit, string, string, string, string][]} */
const BACKS = [
  ['line', 'Back', 'Back one line. Nothing is run: the record is shown', 'back', 'Alt+ArrowLeft'],
  ['op', 'Back an op', 'Back one operation', 'back', ','],
  ['phase', 'Back a phase', 'Back to the phase before', 'backFar', 'Shift+N'],
  ['iteration', 'Back an iteration', 'Back to the iteration before', 'backFar', 'Shift+I'],
];

/** @param {Reach} reach @returns {CommandEntry[]} */
export function timeCommands({ session, program, view }) {
  const running = () => session.running;
  const restart = async () => {
    await program.settle();
    await session.send({ do: 'restart' });
  };
  const [stepping, back, run, theLoop] = [inGroup('Step'), inGroup('Back'), inGroup('Run'), inGroup('The loop')];
  const canBack = () => actions.canBack(session);
  const canRun = () => actions.canRun(session);
  const acts = session.loop?.acts ?? [];
  return [
    ...STEPS.map(([unit, label, says, icon, key]) =>
      stepping(`step-${unit}`, icon, label, says, () => actions.step(session, program, unit), {
        keys: [key],
        enabled: () => actions.canStep(session),
      }),
    ),
    ...BACKS.map(([unit, label, says, icon, key]) =>
      back(`back-${unit}`, icon, label, says, () => actions.step(session, program, unit, true), {
        keys: [key],
        enabled: canBack,
      }),
    ),
    back(
      'to-start',
      'backFar',
      'First instant',
      'Look at the beginning of the record',
      () => actions.jump(session, view, 0),
      {
        keys: ['Alt+Home'],
        enabled: canBack,
      },
    ),
    back('to-now', 'now', 'Now', 'Look at the newest instant', () => actions.jump(session, view, session.head), {
      keys: ['Alt+End'],
      enabled: () => session.cursor < session.head,
    }),
    run(
      'run',
      'run',
      'Run',
      'Run at full speed to a breakpoint or the end',
      () => actions.run(session, program, false),
      {
        keys: ['F5', 'Space'],
        enabled: canRun,
      },
    ),
    run('pause', 'pause', 'Pause', 'Stop at the next line and stay there', () => session.send({ do: 'pause' }), {
      keys: ['F5', 'Space'],
      enabled: running,
    }),
    run(
      'run-recorded',
      'run',
      'Run and record',
      'Run slower, and keep every instant to go back to',
      () => actions.run(session, program, true),
      { keys: ['Shift+F5'], enabled: canRun },
    ),
    run('stop', 'stop', 'Stop', 'Interrupt the program', () => session.send({ do: 'stop' }), {
      keys: ['Shift+Escape'],
      enabled: () => session.running || session.status === 'paused',
    }),
    run('restart', 'restart', 'Restart', 'Back before the first line, with the same text', restart, {
      keys: ['Alt+R'],
      enabled: () => actions.canRestart(session),
    }),
    ...acts.map((act, index) =>
      theLoop(actTest(acts, index), 'phase', actName(act), act.code, () => session.send({ do: 'act', act: index }), {
        keys: index < 9 ? [`${index + 1}`] : [],
        enabled: () => actions.canAct(session),
      }),
    ),
  ];
}
