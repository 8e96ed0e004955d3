import type { Usd } from '@synth/llm';
import type { Output } from '../context';
import { countText } from './numbers';
import { styled } from './style';

/** How a language model answered. */
export interface Ping {
  readonly provider: string;
  /** As the answer names it. */
  readonly model: string;
  /** Whether no language model was asked. */
  readonly offline: boolean;
  /** Whether the answer was recorded before. */
  readonly cached: boolean;
  readonly milliseconds: number;
  /** Requests that were made, repeated ones included. */
  readonly requests: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** Whether the tokens were not counted by the server. */
  readonly estimated: boolean;
  /** `unknown` where the price is. */
  readonly usd: Usd;
  /** What requests of unknown outcome may have cost besides. */
  readonly bookedUsd: Usd;
}

/** Two lines: who answered and how fast; what it took. */
export function pingText(ping: Ping, output: Output): string {
  const { provider, model, offline, cached, milliseconds, requests } = ping;
  const how = offline
    ? 'offline: made up on this machine, no language model was asked'
    : cached
      ? 'answer of the cassette, nothing was asked'
      : `answered in ${countText(milliseconds)} ms${requests === 1 ? '' : `, ${requests} requests`}`;
  return [
    `${styled(output, 'green', 'PASS')}  ${provider}/${model}  ${how}`,
    [tokensText(ping), costText(ping)].join(' · '),
    '',
  ].join('\n');
}

function tokensText({ inputTokens, outputTokens, estimated }: Ping): string {
  const about = estimated ? 'about ' : '';
  return `tokens ${about}${countText(inputTokens)} in, ${about}${countText(outputTokens)} out`;
}

function costText({ usd, bookedUsd }: Ping): string {
  if (usd === 'unknown' || bookedUsd === 'unknown')
    return 'cost unknown: nobody has said what this model costs';
  const booked = bookedUsd === 0 ? '' : ` and at most ${usdText(bookedUsd)} for requests without an answer`;
  return `cost ${usdText(usd)}${booked}`;
}

/** `0.0000104 USD`, `0 USD`, `12.35 USD`: a small amount is never rounded away. */
export function usdText(usd: number): string {
  const digits = usd < 1 ? { maximumSignificantDigits: 3 } : { maximumFractionDigits: 2 };
  return `${usd.toLocaleString('en-GB', digits)} USD`;
}
