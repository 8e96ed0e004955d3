import { z } from 'zod';
import { datingDefaults } from './dating-defaults';

const weight = z.number().min(-20).max(20);

/** Planted weights of the features: log-odds of accepting, from feature 0 to feature 1. */
export const logisticSchema = z
  .strictObject({
    intercept: z.number().min(-50).max(50).default(-6.2).describe('log-odds where every feature is 0'),
    distance: weight.default(0.7),
    dates: weight.default(1.75),
    budget: weight.default(1),
    interests: weight.default(2),
    age: weight.default(1.25),
    language: weight.default(0.45),
    lifestyle: weight.default(1.5),
    background: weight.default(0.2),
  })
  .describe('weights of the outcome logistic');

const sd = z.number().min(0).max(10);
const correlation = z.number().min(-1).max(1);

/** Planted effects of people: who says yes easily, who is liked, and how little the profile says of it. */
export const datingSchema = z
  .strictObject({
    sideA: z.number().default(datingDefaults.sideA).describe('log-odds of a yes by the choosier half'),
    sideB: z.number().default(datingDefaults.sideB).describe('log-odds of a yes by the other half'),
    giver: sd.default(datingDefaults.giver).describe('sd of how easily somebody says yes'),
    receiver: sd.default(datingDefaults.receiver).describe('sd of how much somebody, or a group, is liked'),
    correlation: correlation
      .default(datingDefaults.correlation)
      .describe('of both in a person: below 0, who is liked is choosy'),
    profile: z
      .number()
      .min(-10)
      .max(10)
      .default(datingDefaults.profile)
      .describe('log-odds for .1 more of the mean feature'),
    reciprocity: correlation
      .default(datingDefaults.reciprocity)
      .describe('of the luck of the two decisions of a pair'),
  })
  .describe('effects of the outcome dating-like');

export type LogisticOptions = z.output<typeof logisticSchema>;
export type DatingOptions = z.output<typeof datingSchema>;
