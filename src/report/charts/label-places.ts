// Where the labels of points go, so that none lies on another or on a point.

export interface Area {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export interface WantedLabel {
  /** The point that it belongs to. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const NEAR = 9;
/** Steps of the search away from the point. */
const STEP = 6;

/**
 * A place for each label, in their order: right of its point where that is free, else left, above or below, else the free place
 * nearest to it. `null` where nothing within `bounds` is free.
 */
export function placeLabels(labels: readonly WantedLabel[], taken: readonly Area[], bounds: Area): (Area | null)[] {
  const occupied = [...taken];
  return labels.map((label) => {
    const isFree = (area: Area) => within(area, bounds) && !occupied.some((other) => overlap(area, other));
    const place = besides(label).find(isFree) ?? nearestFree(label, bounds, isFree);
    if (place !== null) occupied.push(place);
    return place;
  });
}

function besides({ x, y, width, height }: WantedLabel): Area[] {
  const around = (middle: number, centre: number) => areaAt(middle, centre, width, height);
  return [
    around(x + NEAR + width / 2, y),
    around(x - NEAR - width / 2, y),
    around(x, y - NEAR - height / 2),
    around(x, y + NEAR + height / 2),
  ];
}

function nearestFree({ x, y, width, height }: WantedLabel, bounds: Area, isFree: (area: Area) => boolean): Area | null {
  let best: { readonly area: Area; readonly distance: number } | null = null;
  for (let middle = bounds.left + width / 2; middle <= bounds.right - width / 2; middle += STEP) {
    for (let centre = bounds.top + height / 2; centre <= bounds.bottom - height / 2; centre += STEP) {
      const distance = Math.hypot((middle - x) / 2, centre - y);
      const area = areaAt(middle, centre, width, height);
      if ((best === null || distance < best.distance) && isFree(area)) best = { area, distance };
    }
  }
  return best?.area ?? null;
}

function areaAt(middle: number, centre: number, width: number, height: number): Area {
  return { left: middle - width / 2, right: middle + width / 2, top: centre - height / 2, bottom: centre + height / 2 };
}

function within(inner: Area, outer: Area): boolean {
  return (
    inner.left >= outer.left && inner.right <= outer.right && inner.top >= outer.top && inner.bottom <= outer.bottom
  );
}

function overlap(a: Area, b: Area): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
