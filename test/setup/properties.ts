/** Property tests draw from one seed on CI, so that a change is judged by what it changes; elsewhere from a new one each time. */

import fc from "fast-check";

if (process.env.CI) fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: 20261125 });
