/** Local hour (0-23) and weekday (0 = Monday) of a moment in whole milliseconds since the epoch, by an IANA time zone. */
export function localHours(timeZone: string): (moment: number) => { hour: number; weekday: number } {
  if (timeZone === 'UTC') {
    return (moment) => {
      const date = new Date(moment);
      return { hour: date.getUTCHours(), weekday: (date.getUTCDay() + 6) % 7 };
    };
  }
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hour: 'numeric',
    hourCycle: 'h23',
    weekday: 'short',
  });
  const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
  return (moment) => {
    const parts = format.formatToParts(moment);
    const part = (type: string): string => parts.find((one) => one.type === type)!.value;
    return { hour: Number(part('hour')), weekday: weekdays.indexOf(part('weekday')) };
  };
}
