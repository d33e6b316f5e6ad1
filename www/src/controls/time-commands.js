/**
 * Commands over time: step, go back, run.
 *
 * @import { Unit } from '../engine/protocol.ts'
 * @import { CommandEntry, Reach } from './commands.js'
 */
import * as actions from '../state/actions.js';
import { actName, actTest } from './acts.js';

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
  /** @type {CommandEntry[]} */
  const steps = STEPS.map(([unit, label, says, icon, key]) => ({
    ...{ id: `step-${unit}`, label, says, group: 'Step', icon, keys: [key] },
    enabled: () => actions.canStep(session),
    run: () => actions.step(session, program, unit),
  }));
  /** @type {CommandEntry[]} */
  const backs = BACKS.map(([unit, label, says, icon, key]) => ({
    ...{ id: `back-${unit}`, label, says, group: 'Back', icon, keys: [key] },
    enabled: () => actions.canBack(session),
    run: () => actions.step(session, program, unit, true),
  }));
  const acts = session.loop?.acts ?? [];
  /** @type {CommandEntry[]} */
  const loop = acts.map((act, index) => ({
    ...{ id: actTest(acts, index), label: actName(act), says: act.code, group: 'The loop', icon: 'phase' },
    keys: index < 9 ? [`${index + 1}`] : [],
    enabled: () => actions.canAct(session),
    run: () => session.send({ do: 'act', act: index }),
  }));
  return [
    ...steps,
    ...backs,
    {
      ...{ id: 'to-start', label: 'First instant', says: 'Look at the beginning of the record' },
      ...{ group: 'Back', icon: 'backFar', keys: ['Alt+Home'] },
      enabled: () => actions.canBack(session),
      run: () => actions.jump(session, view, 0),
    },
    {
      ...{
        id: 'to-now',
        label: 'Now',
        says: 'Look at the newest instant',
        group: 'Back',
        icon: 'now',
        keys: ['Alt+End'],
      },
      enabled: () => session.cursor < session.head,
      run: () => actions.jump(session, view, session.head),
    },
    {
      ...{ id: 'run', label: 'Run', says: 'Run at full speed to a breakpoint or the end' },
      ...{ group: 'Run', icon: 'run', keys: ['F5', 'Space'] },
      enabled: () => actions.canRun(session),
      run: () => actions.run(session, program, false),
    },
    {
      ...{ id: 'pause', label: 'Pause', says: 'Stop at the next line and stay there' },
      ...{ group: 'Run', icon: 'pause', keys: ['F5', 'Space'] },
      enabled: running,
      run: () => session.send({ do: 'pause' }),
    },
    {
      ...{ id: 'run-recorded', label: 'Run and record', says: 'Run slower, and keep every instant to go back to' },
      ...{ group: 'Run', icon: 'run', keys: ['Shift+F5'] },
      enabled: () => actions.canRun(session),
      run: () => actions.run(session, program, true),
    },
    {
      ...{
        id: 'stop',
        label: 'Stop',
        says: 'Interrupt the program',
        group: 'Run',
        icon: 'stop',
        keys: ['Shift+Escape'],
      },
      enabled: () => session.running || session.status === 'paused',
      run: () => session.send({ do: 'stop' }),
    },
    {
      ...{ id: 'restart', label: 'Restart', says: 'Back before the first line, with the same text' },
      ...{ group: 'Run', icon: 'restart', keys: ['Alt+R'] },
      enabled: () => actions.canRestart(session),
      run: restart,
    },
    ...loop,
  ];
}
