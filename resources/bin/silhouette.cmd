@echo off
rem silhouette COMMAND ...: the command line of an installed copy, run by the Electron it came with, which then plays Node.
setlocal
set ELECTRON_RUN_AS_NODE=1
if not defined SILHOUETTE_MODELS set SILHOUETTE_MODELS=%~dp0..\models
"%~dp0..\..\Silhouette.exe" "%~dp0..\app.asar\out\main\cli.js" %*
