/** What no address, telephone or card number lacks; most texts do. */
export const suspicious = /@|\+\d|\d[.)-] ?\d|\d{4}[ -]?\d{4}[ -]?\d/;

/** Whether a text matches {@link suspicious}. */
export const isSuspicious = (text: string): boolean => isWorthALook(text) && suspicious.test(text);

/** Whether a text may match {@link suspicious}, at a glance: few do, and the pattern takes its time. */
function isWorthALook(text: string): boolean {
  let digits = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (isDigit(code)) digits++;
    else if (code === 0x40 || code === 0x2b) return true;
    else if (code === 0x2e || code === 0x29 || code === 0x2d) {
      const next = text.charCodeAt(at + 1);
      if (isDigit(text.charCodeAt(at - 1)) && (isDigit(next) || next === 0x20)) return true;
    }
  }
  return digits >= 9;
}

const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;
