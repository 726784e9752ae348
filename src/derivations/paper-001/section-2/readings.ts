/** How a product of two vectors without a sign is read. */
export const dots = "A product of two vectors stands without its dot; the ranks leave no other reading.";
/** How the shortened argument lists of ρ are read. */
export const arguments2 =
  "ρ(Γ*, t) and ρ(Γ*, t, R) are one function; its arguments are left out where the print shortens them.";
