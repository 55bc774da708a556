"""Checks partitioned NDJSON with `conform` in Apache Spark.

    spark-submit check_partitions.py [--mode pipe|arrow] [--conform PATH] INPUT OUTPUT

INPUT is a directory of .ndjson files, which may be compressed in a format that Spark reads. Output:

    OUTPUT/bad      the documents that are not valid, with their errors, as JSON lines
    OUTPUT/summary  one object: the sums of the counts of all partitions

One conform process checks a partition, whatever its number of documents. Both outputs replace
earlier ones ("overwrite"), and Spark commits the files of a task once, however often it was tried,
so the job and its tasks can be repeated.

OUTPUT/bad contains unchanged documents, including secrets, so protect it like the input. With
--mode pipe, it contains only reports, which show no value.
"""

import argparse
import json
import subprocess
import sys
import threading
from collections import deque

from pyspark.sql import SparkSession
from pyspark.sql.types import LongType, StringType, StructField, StructType

OUTCOMES = ("valid", "invalid", "malformed", "indeterminate")
BAD = StructType(
    [
        StructField("outcome", StringType(), False),
        StructField("document", StringType(), False),
        StructField("report", StringType(), False),
        # 1, or in the last row of a partition, the number of its valid documents, which are not listed.
        StructField("documents", LongType(), False),
    ]
)


class ConformFailed(RuntimeError):
    """The checker could not do its job, so Spark retries the task."""


def reports(command, documents):
    """Yields each document with its report, in order, from one process.

    A thread writes while this one reads, so neither waits for the other. Each document is on one
    line; a blank line has no report and is omitted.
    """
    process = subprocess.Popen(
        [*command, "check", "--lines", "--jobs", "1", "--format", "ndjson"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    sent = deque()  # The documents without a report so far; the pipes limit their number.
    failure = []

    def write():
        try:
            with process.stdin as stdin:
                for document in documents:
                    # A line is blank, and ends, as conform defines it.
                    if document.strip(" \t\r\n"):
                        sent.append(document)
                        stdin.write(document.replace("\n", " ").encode() + b"\n")
        except BaseException as error:  # Raised below, where Spark sees it.
            failure.append(error)

    writer = threading.Thread(target=write, daemon=True)
    writer.start()
    try:
        for report in process.stdout:
            yield sent.popleft(), report.decode().rstrip("\n")
        writer.join()
        # 0 and 1 are verdicts. Any other status, or a signal, is not an answer.
        if process.wait() not in (0, 1) or failure or sent:
            raise ConformFailed(f"conform: status {process.returncode}, {failure or 'cut short'}")
    finally:
        process.kill()
        process.wait()


def rows(command, documents):
    """Yields a row for each document that is not valid, and a row with the number of valid ones."""
    valid = 0
    for document, report in reports(command, documents):
        outcome = json.loads(report)["outcome"]
        if outcome == "valid":
            valid += 1
        else:
            yield outcome, document, report, 1
    yield "valid", "", "", valid


def check_with_arrow(lines, command):
    """The mode arrow: one process handles all batches of a partition."""
    import pandas

    def check(batches):
        documents = (text for batch in batches for text in batch["value"])
        found = []
        for row in rows(command, documents):
            found.append(row)
            if len(found) == 10_000:
                yield pandas.DataFrame(found, columns=BAD.names)
                found = []
        yield pandas.DataFrame(found, columns=BAD.names)

    return lines.mapInPandas(check, BAD)


def check_with_pipe(lines, command):
    """The mode pipe, with the least code: one process per partition reads lines and writes reports.

    A report names its document only by its line in the partition.
    """
    # `pipe` accepts only status 0, but conform's 1 is an answer too.
    script = f'"{command[0]}" check --lines --jobs 1 --format ndjson; test $? -le 1'
    piped = lines.rdd.map(lambda row: row.value).pipe(f"sh -c '{script}'", checkCode=True)

    def split(reports):
        valid = 0
        for report in reports:
            outcome = json.loads(report)["outcome"]
            if outcome == "valid":
                valid += 1
            else:
                yield outcome, "", report, 1
        yield "valid", "", "", valid

    return piped.mapPartitions(split).toDF(BAD)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--mode", choices=["pipe", "arrow"], default="arrow")
    parser.add_argument("--conform", default="conform", help="on each worker")
    parser.add_argument("input")
    parser.add_argument("output")
    options = parser.parse_args()

    spark = SparkSession.builder.appName("conform").getOrCreate()
    # Only LF ends a line; Spark would also accept a bare CR, which JSON allows as whitespace.
    lines = spark.read.option("lineSep", "\n").text(options.input)
    check = check_with_pipe if options.mode == "pipe" else check_with_arrow
    checked = check(lines, [options.conform])
    # Written once and read again, so the check does not run a second time for the counts.
    checked.write.mode("overwrite").partitionBy("outcome").json(f"{options.output}/bad")
    totals = spark.read.schema(BAD).json(f"{options.output}/bad").groupBy("outcome").sum("documents")
    counts = dict.fromkeys(OUTCOMES, 0) | {row[0]: row[1] for row in totals.collect()}
    counts["documents"] = sum(counts.values())
    spark.createDataFrame([(json.dumps(counts),)], ["value"]).coalesce(1).write.mode(
        "overwrite"
    ).text(f"{options.output}/summary")
    print(json.dumps(counts))
    spark.stop()
    return 0 if counts["valid"] == counts["documents"] else 1


if __name__ == "__main__":
    sys.exit(main())
