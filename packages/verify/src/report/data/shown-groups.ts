import type { TasteGroups } from './taste-groups';

/** Groups that a reader can tell apart. */
const mostGroups = 8;

/** The groups to draw: where there are more than 8, the largest seven and the others together. */
export function shownGroups(groups: TasteGroups): TasteGroups {
  const { names } = groups;
  if (names.length <= mostGroups) return groups;
  const shown = mostGroups - 1;
  const placed = (group: number): number => Math.min(group, shown);
  return {
    kind: groups.kind,
    names: [...names.slice(0, shown), `${names.length - shown} others`],
    ofItem: groups.ofItem.map(placed),
    ofUser: groups.ofUser.map(placed),
  };
}
