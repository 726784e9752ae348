export { derivationBundle } from "./bundle.js";
export {
  type DerivationForm,
  type DerivationStep,
  derivationMime,
  type ShownCertificate,
  type ShownFormula,
  type Substep,
} from "./form.js";
