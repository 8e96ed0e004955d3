import type { Reason } from '../verdict/verdict';
import type { VerifyReport } from '../verify';

const remedies: Readonly<Record<Reason['code'], string>> = {
  NOT_WHOLE:
    'Make the files again, or take them from where they came: the checks that failed say what is wrong and where first.',
  NO_OVERLAP:
    'Let users and items overlap more: more interactions a user, fewer items, or a cut to users and items with several.',
  SAME_USERS: 'Give users different items: with the same ones there is nothing to tell apart.',
  TOO_SMALL:
    'Take more users, or more interactions each: at least five of some, so that one can be held out.',
  FLAT_POPULARITY: 'Draw items by unequal popularity: in real data a few have most of the interactions.',
  NO_TASTE: 'Let users differ in taste: raise the boost of favourites, or the mix of groups.',
  SIGNAL_OUT_OF_BAND: 'Turn the strength of tastes until ItemKNN by popularity is in its band.',
  SHAPE_OUT_OF_BAND:
    'Look at the figures that are out of band below: counts of items and users are the first to set.',
  UNLIKE_REFERENCE:
    'Look at the figures whose value is far from that of the reference: counts of users and items are the first to set.',
  UNLIKE_COLUMNS: 'Look at the columns below that differ most, and set what they come from.',
  TOLD_APART:
    'Look at the figures first: what tells users apart is mostly how many items they have, and which.',
  OTHER_ORDER: 'Set popularity and the strength of tastes: they decide which recommender is ahead.',
  OTHER_TUNING: 'Do not tune on this data for that one: set the strength of tastes first.',
  NOT_COMPARED: 'Give a reference, and data, of at least 40 users and 20 items that overlap.',
};

/** What to do after reading a report: what mends each reason, or where to go on. */
export function nextSteps({ verdict, quick, preset, comparison, source }: VerifyReport): readonly string[] {
  const mend = verdict.reasons.map(({ code }) => remedies[code]);
  const more = [
    ...(quick
      ? ['This was a quick look: without --quick, learnt models and a holdout in time are measured too.']
      : []),
    ...(preset === null && comparison === null && verdict.ok
      ? ['The bands are those that hold for any data: --preset holds it to those of one kind.']
      : []),
  ];
  const on = verdict.ok
    ? [
        source.kind === 'run'
          ? 'The data can be trained on: card.md in its folder shows how to read it.'
          : 'The data can be trained on.',
      ]
    : [];
  return [...mend, ...on, ...more];
}
