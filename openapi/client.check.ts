// A frontend's first lines: they compile in strict mode only as long as the contract keeps its word.
import type { components, operations } from "./node_modules/.types/arobase";

type Sheet = components["schemas"]["ScoreSheet"];
type Board = operations["listRatings"]["responses"][200]["content"]["application/json"];

export function marked(sheet: Sheet): string {
  const share: number = sheet.progress.marked / sheet.progress.required;
  return `${sheet.dossier}: ${Math.round(100 * share)} %`;
}

export function levels(board: Board): string[] {
  return board.items.map((row) => `${row.name} ${"@".repeat(row.level ?? 0)}`);
}

// @ts-expect-error a level may be absent: whoever forgets it is told
export const forgotten = (board: Board): number[] => board.items.map((row) => row.level);
