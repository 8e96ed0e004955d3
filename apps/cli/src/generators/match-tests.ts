export { matchTests } from '@synth/match-events/evaluate';
