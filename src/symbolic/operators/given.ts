import { PhysicsError } from "../../errors.js";
import { letterOf } from "../scalars/names.js";
import type { Instance } from "./matrices.js";

/** Numbers for the scalars and rows of square matrices for the operators, by name. */
export type Values = Readonly<Record<string, number | readonly (readonly number[])[]>>;

/** Values as an instance. @throws PhysicsError "parameter" unless the matrices are square and of one size */
export const instanceOf = (values: Values): Instance => {
  const entries = Object.entries(values).map(([name, value]) => [letterOf(name), value] as const);
  const rows = entries.flatMap(([label, value]) => (typeof value === "number" ? [] : [[label, value] as const]));
  const n = rows[0]?.[1].length ?? 1;
  const odd = rows.find(([, matrix]) => matrix.length !== n || matrix.some((row) => row.length !== n));
  if (odd)
    throw new PhysicsError("parameter", {
      what: `The matrix ${odd[0]} has ${odd[1].length} rows of ${odd[1].map(({ length }) => length).join(", ")} entries`,
      expected: `square matrices of one size, ${n} × ${n}`,
      remedy: "Write it as rows, [[0, 1], [0, 0]]",
    });
  return {
    n,
    matrices: new Map(rows.map(([label, matrix]) => [label, Float64Array.from(matrix.flat())])),
    numbers: new Map(entries.flatMap(([label, value]) => (typeof value === "number" ? [[label, value]] : []))),
  };
};
