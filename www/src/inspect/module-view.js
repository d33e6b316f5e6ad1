/**
 * A closed module as the inspector shows it: what it is, what goes in, its parameters, what comes out. Put together from
 * the nodes at its border, since the record knows nodes.
 *
 * @import { CardView, GradState, Graph, Group, NamedTensor, NodeView } from '../engine/protocol.ts'
 */
import { pathTo } from '../parts/group-path.js';

/** @typedef {{ name: string, grad: GradState, view: NodeView }} ModuleParameter */
/** @typedef {NodeView & { parameters?: ModuleParameter[] }} Shown */

/**
 * The nodes at the border of a module.
 * @param {Graph} graph @param {Group} group
 * @returns {{ inputs: number[], parameters: number[], output: number | null }}
 */
export function borderOf(graph, group) {
  const groups = new Map(graph.groups.map((each) => [each.id, each]));
  const inside = new Set(
    graph.nodes.filter((node) => pathTo(node.group, groups).includes(group.id)).map((node) => node.id),
  );
  const kinds = new Map(graph.nodes.map((node) => [node.id, node.kind]));
  const entering = graph.edges.filter((edge) => inside.has(edge.to) && !inside.has(edge.from));
  const sources = [...new Set(entering.map((edge) => edge.from))];
  const leaving = graph.edges.filter((edge) => inside.has(edge.from) && !inside.has(edge.to));
  return {
    inputs: sources.filter((id) => kinds.get(id) !== 'parameter'),
    parameters: sources.filter((id) => kinds.get(id) === 'parameter'),
    output: leaving[0]?.from ?? [...inside].at(-1) ?? null,
  };
}

/**
 * @param {Graph} graph @param {Group} group
 * @param {(node: number) => Promise<NodeView | null>} inspect null: the record has nothing of it
 * @param {CardView | null} card
 * @returns {Promise<Shown | null>} null before the program has come to it
 */
export async function moduleView(graph, group, inspect, card) {
  const border = borderOf(graph, group);
  const output = border.output == null ? null : await inspect(border.output);
  /** @type {NamedTensor[]} */
  const inputs = [];
  for (const id of border.inputs) {
    const view = await inspect(id);
    if (view?.output) inputs.push({ name: view.output.name || 'in', tensor: view.output, gradient: view.gradient });
  }
  /** @type {ModuleParameter[]} */
  const parameters = [];
  for (const id of border.parameters) {
    const view = await inspect(id);
    if (view?.output && view.gradState) {
      parameters.push({ name: view.title.split('.').at(-1) ?? view.title, grad: view.gradState, view });
    }
  }
  if (!output?.output && !parameters.length) return null;
  return {
    node: border.output ?? -1,
    title: group.title,
    card,
    formula: '',
    inputs,
    output: output?.output ?? null,
    gradient: output?.gradient ?? null,
    gradState: null,
    state: [],
    span: group.span,
    parameters,
  };
}
