import { ada, bob, group } from '../../test/people-fixture';
import { groupsFrom } from '../intake/groups-from';
import { profilesOf } from '../intake/profiles-of';
import { travellersFrom } from '../intake/travellers-from';
import { featureCount, featureNames } from './feature-names';
import { productionFeatures } from './production-features';
import { referenceFeatures } from './reference-features';
import { meanScore, score } from './score';

/** Features by name, and the names of those that miss something. */
function featuresOf(rules: typeof productionFeatures, people: object[], groups: object[] = []) {
  const travellers = travellersFrom({ sessions: people as never }).rows;
  const profiles = profilesOf(travellers, groupsFrom(groups as never, travellers).rows);
  const solo = groups.length === 0;
  const features = new Float64Array(featureCount);
  const missing = rules({
    matchType: solo ? 'user_user' : 'user_group',
    seekers: profiles.travellers,
    others: solo ? profiles.travellers : profiles.groups,
    places: profiles.places,
  }).write(0, solo ? 1 : 0, features);
  return {
    ...Object.fromEntries(featureNames.map((name, i) => [name, Number(features[i]!.toFixed(9))])),
    missing: featureNames.filter((_, i) => missing & (1 << i)),
  };
}

const nobody = (user_id: string) => ({ user_id });

describe('production features', () => {
  it('of two travellers', () => {
    expect(featuresOf(productionFeatures, [ada, bob])).toEqual({
      // 26.3 km, 4 of 10 days, a fifth apart, one of four interests, 6 years, two of three languages.
      distanceScore: 0.95,
      dateOverlapScore: 0.8,
      budgetScore: 0.8,
      interestScore: 0.45,
      ageScore: 0.7,
      languageScore: 0.866666667,
      lifestyleScore: 0.533333333,
      backgroundScore: 0.75,
      missing: [],
    });
  });

  it('of a traveller and a group, which has no habits and origins', () => {
    expect(featuresOf(productionFeatures, [ada], [group])).toEqual({
      distanceScore: 1,
      dateOverlapScore: 0.9,
      budgetScore: 0.75,
      interestScore: 0.666666667,
      ageScore: 1,
      languageScore: 0.8,
      lifestyleScore: 0.5,
      backgroundScore: 0.5,
      missing: ['lifestyleScore', 'backgroundScore'],
    });
  });

  it('of people of whom nothing is known: neutral, and said', () => {
    expect(featuresOf(productionFeatures, [nobody('a'), nobody('b')])).toEqual({
      ...Object.fromEntries(featureNames.map((name) => [name, 0.5])),
      missing: featureNames,
    });
  });
});

describe('reference features', () => {
  it('of two travellers', () => {
    expect(featuresOf(referenceFeatures, [ada, bob])).toEqual({
      distanceScore: 1,
      dateOverlapScore: 1,
      budgetScore: 0.8,
      interestScore: 0.25,
      ageScore: 0.6,
      languageScore: 0.8,
      lifestyleScore: 0.5,
      backgroundScore: 0.7,
      missing: [],
    });
  });

  it('of a traveller and a group', () => {
    expect(featuresOf(referenceFeatures, [ada], [group])).toEqual({
      distanceScore: 1,
      dateOverlapScore: 1,
      budgetScore: 0.666666667,
      interestScore: 0.666666667,
      ageScore: 1,
      languageScore: 0.7,
      lifestyleScore: 0.6,
      backgroundScore: 0.5,
      missing: [],
    });
  });

  it('of people of whom nothing is known: only what they read is said to be missing', () => {
    expect(featuresOf(referenceFeatures, [nobody('a'), nobody('b')])).toEqual({
      distanceScore: 1,
      dateOverlapScore: 0.5,
      budgetScore: 0.5,
      interestScore: 0.3,
      ageScore: 0.5,
      languageScore: 0.8,
      lifestyleScore: 0.5,
      backgroundScore: 0.5,
      missing: featureNames.filter((name) => name !== 'distanceScore' && name !== 'languageScore'),
    });
  });
});

describe('score', () => {
  it('weighs the features by match type; the weights sum to 1', () => {
    const weights = (matchType: 'user_user' | 'user_group') =>
      featureNames.map((_, i) =>
        score(
          matchType,
          featureNames.map((__, j) => (i === j ? 1 : 0)),
        ),
      );
    expect(weights('user_user')).toEqual([0.25, 0.2, 0.2, 0.1, 0.05, 0.05, 0.05, 0.1]);
    expect(weights('user_group')).toEqual([0.1, 0.2, 0.18, 0.15, 0.1, 0.1, 0.1, 0.07]);
    for (const type of ['user_user', 'user_group'] as const) {
      expect(score(type, new Array<number>(featureCount).fill(1))).toBeCloseTo(1, 12);
    }
    expect(meanScore([1, 0, 0, 0, 0, 0, 0, 1])).toBe(0.25);
  });
});
