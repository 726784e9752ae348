/** Times and rates as people say them. */

/** Seconds: 0.42 s, 3.1 s, 2:05 min, 1:02:05 h. */
export const durationText = (seconds: number): string => {
  if (seconds < 10) return `${Number(seconds.toPrecision(2))} s`;
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole} s`;
  const two = (n: number): string => String(n).padStart(2, "0");
  const minutes = Math.floor(whole / 60);
  return minutes < 60
    ? `${minutes}:${two(whole % 60)} min`
    : `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${two(whole % 60)} h`;
};

const prefixes = [
  [1e9, "G"],
  [1e6, "M"],
  [1e3, "k"],
] as const;

/** Items per second: 3.2 G/s, 410 k steps/s, 12 /s, 0.3 /s; per minute below one in ten seconds. */
export const rateText = (perSecond: number, unit: string): string => {
  const named = unit === "" ? "" : `${unit}`;
  if (perSecond < 0.1) return `${Number((perSecond * 60).toPrecision(2))} ${named}/min`;
  const [scale, prefix] = prefixes.find(([size]) => perSecond >= size) ?? [1, ""];
  const shown = Number((perSecond / scale).toPrecision(3));
  return `${shown} ${[prefix, named].filter(Boolean).join(" ")}/s`;
};
