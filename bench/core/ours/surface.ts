import { potentials } from "liouville";

export interface Surface {
  readonly h: number;
  readonly k: number;
  readonly angle: number;
  readonly kT: number;
  readonly D: number;
  /** Half the side of the square. */
  readonly half: number;
}

export const surfaceOf = ({ h, k, angle }: Surface) =>
  potentials.expression("h*((c*x + s*y)^2 - 1)^2 + k*(c*y - s*x)^2/2", {
    h,
    k,
    c: Math.cos(angle),
    s: Math.sin(angle),
  });
