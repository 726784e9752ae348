"""Runs the official suite of jupyter_kernel_test against our kernelspec, and prints what became of each test as one line of JSON."""

import json
import sys
import unittest

import jupyter_kernel_test as jkt

DOT = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="


class KernelTests(jkt.KernelTests):
    kernel_name = sys.argv[1]
    language_name = "typescript"
    file_extension = ".ts"
    code_hello_world = 'console.log("hello, world")'
    code_stderr = 'console.error("trouble")'
    completion_samples = [
        {"text": "Math.sinh", "matches": {"sinh"}},
        {"text": "Number.EPS", "matches": {"EPSILON"}},
        {"text": "JSON.parse"},
    ]
    complete_code_samples = ["1", "const a = [1, 2]", "for (const x of [1, 2]) console.log(x);", "f(\n)", "`a\nb`"]
    incomplete_code_samples = ["for (const x of [1, 2]) {", "f(", "`open", "/* open", "const a = [1,"]
    invalid_code_samples = ["import 7q", "const = 3", "}", "1 = = 2"]
    code_page_something = "?Math.max"
    code_generate_error = "throw new Error('as asked for')"
    code_execute_result = [
        {"code": "6 * 7", "result": "42"},
        {"code": "[1, 2, 3].map((n) => n * n).length", "result": "3"},
        {"code": "await Promise.resolve(false)", "result": "false"},
        {"code": "const a = 5; a + 1", "result": "6"},
    ]
    code_display_data = [
        {"code": "display({ pressure: 2.5 })", "mime": "text/plain"},
        {"code": f'import * as tslab from "tslab"; tslab.display.png(Buffer.from("{DOT}", "base64"))', "mime": "image/png"},
        {"code": 'tslab.display.html("<b>bold</b>")', "mime": "text/html"},
    ]
    code_history_pattern = "6 ? 7*"
    supported_history_operations = ("tail", "range", "search")
    code_inspect_sample = "Math.max"
    code_clear_output = "clear()"


class IopubWelcomeTests(jkt.IopubWelcomeTests):
    kernel_name = sys.argv[1]
    support_iopub_welcome = True


class Ledger(unittest.TextTestResult):
    """Counts a test with a failed or skipped part (subTest) as failed or skipped."""

    def __init__(self, *args, **options):
        super().__init__(*args, **options)
        self.verdicts = {}

    def startTest(self, test):
        super().startTest(test)
        self.verdicts[test.id().split(".")[-1]] = "passed"

    def set(self, test, verdict):
        self.verdicts[getattr(test, "test_case", test).id().split(".")[-1]] = verdict

    def addSkip(self, test, reason):
        super().addSkip(test, reason)
        self.set(test, f"skipped: {reason}")

    def addFailure(self, test, error):
        super().addFailure(test, error)
        self.set(test, f"failed: {error[1]}")

    def addError(self, test, error):
        super().addError(test, error)
        self.set(test, f"failed: {error[1]!r}")

    def addSubTest(self, test, subtest, error):
        super().addSubTest(test, subtest, error)
        if error is not None:
            self.set(test, f"failed: {error[1]!r}")


if __name__ == "__main__":
    suite = unittest.defaultTestLoader.loadTestsFromModule(sys.modules["__main__"])
    result = unittest.TextTestRunner(resultclass=Ledger, verbosity=2).run(suite)
    print(json.dumps(result.verdicts))
