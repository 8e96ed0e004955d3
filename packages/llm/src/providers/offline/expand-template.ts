import { nextBelow, SynthError } from '@synth/core';
import type { JsonValue, Rng } from '@synth/core';
import type { LlmErrorCode } from '../../errors/codes';

/** Rules by symbol: a text is made by taking one alternative of `origin` and filling its `{symbols}` likewise. */
export type Grammar = Readonly<Record<string, readonly string[]>>;

/** A text with holes, several to choose from, or a grammar. */
export type Template = string | readonly string[] | Grammar;

const maxDepth = 40;
const hole = /\{([A-Za-z_][\w.]*)\}/g;

/**
 * Fills a template: `{name}` is a rule of the grammar or, where there is none, a fact; `{product.title}` looks into
 * one. One draw for each choice between alternatives.
 *
 * @throws SynthError `TEMPLATE_INVALID` for a symbol that is neither, or rules without an end
 */
export function expandTemplate(
  rng: Rng,
  template: Template,
  facts: Readonly<Record<string, JsonValue>>,
): string {
  const grammar = grammarOf(template);
  const expand = (symbol: string, depth: number): string => {
    const alternatives = Object.hasOwn(grammar, symbol) ? grammar[symbol] : undefined;
    if (alternatives === undefined) return fact(symbol, facts, grammar);
    if (depth > maxDepth)
      throw invalid(symbol, `rule ${symbol} goes deeper than ${maxDepth}`, 'rules that end');
    if (alternatives.length === 0) throw invalid(symbol, `rule ${symbol} has no alternatives`, 'one or more');
    const chosen = alternatives[alternatives.length === 1 ? 0 : nextBelow(rng, alternatives.length)]!;
    return chosen.replaceAll(hole, (_, name: string) => expand(name, depth + 1));
  };
  return expand('origin', 0);
}

function grammarOf(template: Template): Grammar {
  if (typeof template === 'string') return { origin: [template] };
  return isList(template) ? { origin: template } : template;
}

const isList = (template: Template): template is readonly string[] => Array.isArray(template);

function fact(symbol: string, facts: Readonly<Record<string, JsonValue>>, grammar: Grammar): string {
  const value = symbol
    .split('.')
    .reduce<unknown>(
      (at, name) =>
        typeof at === 'object' && at !== null && Object.hasOwn(at, name)
          ? (at as Record<string, unknown>)[name]
          : undefined,
      facts,
    );
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return String(value);
  const known = [...Object.keys(grammar), ...Object.keys(facts)].join(', ');
  throw invalid(symbol, `{${symbol}} is neither a rule nor a fact`, known);
}

function invalid(symbol: string, message: string, allowed: string): SynthError<LlmErrorCode> {
  return new SynthError({ code: 'TEMPLATE_INVALID', message, field: symbol, value: symbol, allowed });
}
