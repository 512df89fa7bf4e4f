namespace Neptune.MSBuild.Problems;

/// <summary>A place in a project file; line and column count from 1 and are 0 when they are not known.</summary>
internal sealed record Position(string File, int Line, int Column);
