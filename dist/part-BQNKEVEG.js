// src/core/months.ts
function monthOf(seconds) {
  const date = new Date(seconds * 1e3);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}
function startOf(month) {
  return Date.UTC(Math.floor(month / 12), month % 12) / 1e3;
}
function monthName(month) {
  return `${Math.floor(month / 12)}-${String(month % 12 + 1).padStart(2, "0")}`;
}
function before(seconds, { count, unit }) {
  if (unit === "days") return seconds - count * 86400;
  const date = new Date(seconds * 1e3);
  const month = monthOf(seconds) - (unit === "years" ? 12 * count : count);
  const lastDay = new Date((startOf(month + 1) - 1) * 1e3).getUTCDate();
  const midnight = startOf(monthOf(seconds)) + (date.getUTCDate() - 1) * 86400;
  return startOf(month) + (Math.min(date.getUTCDate(), lastDay) - 1) * 86400 + (seconds - midnight);
}

// src/core/month-ends.ts
function monthEnds(line) {
  const months = trustedMonths(line.map(({ committedAt }) => monthOf(committedAt)));
  const ends = [];
  for (const [index, commit] of line.entries()) {
    const month = months[index] ?? 0;
    const last = ends.at(-1);
    if (last?.month === month) ends[ends.length - 1] = { month, commit, commits: last.commits + 1 };
    else {
      if (last !== void 0) for (let idle = last.month + 1; idle < month; idle++) ends.push(idleMonth(idle, last));
      ends.push({ month, commit, commits: 1 });
    }
  }
  return ends;
}
function idleMonth(month, { commit }) {
  return { month, commit, commits: 0 };
}
function trustedMonths(months) {
  const trusted = longestAscent(months);
  let current = months[trusted.indexOf(true)] ?? 0;
  return months.map((month, index) => {
    if (trusted[index]) current = month;
    return current;
  });
}
function longestAscent(values) {
  const endingAt = ascentLengths(values);
  const startingAt = ascentLengths(values.toReversed().map((value) => -value)).reverse();
  const longest = Math.max(0, ...new Set(endingAt));
  const marks = [];
  let [taken, last] = [0, Number.NEGATIVE_INFINITY];
  for (const [index, value] of values.entries()) {
    const length = endingAt[index] ?? 0;
    const fits = length === taken + 1 && length + (startingAt[index] ?? 0) - 1 === longest && value >= last;
    if (fits) [taken, last] = [length, value];
    marks.push(fits);
  }
  return marks;
}
function ascentLengths(values) {
  const tops = [];
  return values.map((value) => {
    let low = 0;
    let high = tops.length;
    while (low < high) {
      const middle = low + high >> 1;
      if ((tops[middle] ?? 0) <= value) low = middle + 1;
      else high = middle;
    }
    tops[low] = value;
    return low + 1;
  });
}

export {
  monthOf,
  startOf,
  monthName,
  before,
  monthEnds,
  trustedMonths
};
