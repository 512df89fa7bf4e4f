global using Neptune.Core;
global using Neptune.Storage;
