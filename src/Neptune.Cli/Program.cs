using Neptune.Cli;
using Neptune.Cli.Output;

using var terminal = Terminal.Open();
return NeptuneCommandLine.Run(args, terminal);
