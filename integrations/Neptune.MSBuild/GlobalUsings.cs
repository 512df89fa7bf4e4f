global using Neptune.Core;
global using Neptune.MSBuild.Problems;
global using Neptune.Registry;
