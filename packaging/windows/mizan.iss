; Inno Setup: installs the folder that build.py made for one person, with the file association. iscc /DVersion=0.1.0 mizan.iss
#ifndef Version
  #define Version "0.0.0"
#endif

[Setup]
AppId={{8E0B6C57-3B8E-4F0C-9E3F-6D0B3D1F9A11}
AppName=Mizan
AppVersion={#Version}
DefaultDirName={autopf}\Mizan
DefaultGroupName=Mizan
PrivilegesRequired=lowest
OutputDir=..\..\dist
OutputBaseFilename=mizan-{#Version}-windows-setup
SetupIconFile=..\..\build\icons\mizan.ico
UninstallDisplayIcon={app}\mizan-window.exe
ChangesAssociations=yes
Compression=lzma2
SolidCompression=yes
WizardStyle=modern

[Languages]
Name: "ar"; MessagesFile: "compiler:Languages\Arabic.isl"
Name: "en"; MessagesFile: "compiler:Default.isl"

[Files]
Source: "..\..\dist\mizan\*"; DestDir: "{app}"; Flags: recursesubdirs ignoreversion

[Icons]
Name: "{group}\Mizan · ميزان"; Filename: "{app}\mizan-window.exe"
Name: "{autodesktop}\Mizan · ميزان"; Filename: "{app}\mizan-window.exe"

[Registry]
Root: HKA; Subkey: "Software\Classes\.mizan"; ValueType: string; ValueData: "Mizan.Project"; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\Mizan.Project"; ValueType: string; ValueData: "Mizan project"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\Mizan.Project\DefaultIcon"; ValueType: string; ValueData: "{app}\mizan-window.exe,0"
Root: HKA; Subkey: "Software\Classes\Mizan.Project\shell\open\command"; ValueType: string; ValueData: """{app}\mizan-window.exe"" ""%1"""
