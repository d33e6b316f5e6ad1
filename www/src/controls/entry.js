/** @import { CommandEntry, Group } from './commands.js' */

const always = () => true;

/**
 * Makes the commands of a group.
 * @param {Group} group
 * @returns {(id: string, icon: string, label: string, says: string, run: () => unknown, more?: { keys?: string[], enabled?: () => boolean }) => CommandEntry}
 */
export const inGroup =
  (group) =>
  (id, icon, label, says, run, { keys = [], enabled = always } = {}) => ({
    id,
    group,
    icon,
    label,
    says,
    keys,
    enabled,
    run,
  });
