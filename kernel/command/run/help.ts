export const runHelp = `liouville run NOTEBOOK… [options]

Executes notebooks, each in a fresh kernel and its own folder, and writes NAME.executed.ipynb beside NAME.ipynb.

  -p, --parameter NAME=VALUE   set a variable; VALUE is a number, true, false, null, JSON in [], {} or "", or text.
                               The cell that sets it comes after the cell tagged "parameters", or first
  -f, --parameters-file FILE   parameters from a JSON object; those of -p win
  -t, --timeout SECONDS        interrupt a cell that takes longer, and stop
      --allow-errors           go on after cells that fail
  -o, --output PATH            write the executed notebook there; a folder when there are several notebooks
  -i, --inplace                write it over the notebook itself
      --html [PATH]            write a page too, which works offline; beside the notebook unless PATH (….html) says where
      --check                  compare the outputs with the stored ones and write nothing unless told to;
                               pictures are not compared, nor cells tagged "nbval-ignore-output"
      --rtol X, --atol X       how far numbers may be apart: |a − b| ≤ atol + rtol · max(|a|, |b|); 1e-6 and 1e-9
  -k, --kernel NAME            a kernel that Jupyter knows, in place of this package's own

Tags: "skip-execution" leaves a cell alone, "raises-exception" lets it fail.
Exit status: 0 when all ran (and agree), 1 when one did not, 2 for a wrong command line, 130 after Ctrl-C:
the first stops the cell and writes what there is, the second ends everything at once.
`;
