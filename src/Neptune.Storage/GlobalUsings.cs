global using Neptune.Core;
