/** Above 16,777,216 px Chromium places elements in steps of 2 px, and above 33,554,428 px not at all. */
const tallest = 16_000_000;

/** A list that is taller than an element can be: its scroll bar moves over a shorter element in proportion. */
export interface ScrollScale {
  /** Height of the element. */
  height: number;
  /** The place in the list at a scroll offset of the element. */
  toList: (scrollTop: number) => number;
  /** The scroll offset that shows a place of the list. */
  toScroll: (place: number) => number;
}

export function scrollScale(total: number, viewport: number): ScrollScale {
  if (total <= tallest) return { height: total, toList: (y) => y, toScroll: (y) => y };
  const factor = (total - viewport) / (tallest - viewport);
  return { height: tallest, toList: (y) => y * factor, toScroll: (y) => y / factor };
}
