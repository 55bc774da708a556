// The C library of the system, which `Processes` exports, for every file of this target.
@_exported public import Processes
