# Builds target/installers/*.msi and *.exe. Needs a JDK 25 (JAVA_HOME), Maven and WiX on the PATH.
# WINDOWS_CERTIFICATE: a .pfx file to sign with, WINDOWS_CERTIFICATE_PASSWORD its password; without it nothing is signed.
$ErrorActionPreference = 'Stop'
Set-Location (Join-Path $PSScriptRoot '..')
$java = if ($env:JAVA_HOME) { Join-Path $env:JAVA_HOME 'bin/java.exe' } else { 'java' }

function Invoke-Checked {
    $program, $arguments = $args
    & $program @arguments
    if ($LASTEXITCODE -ne 0) { throw "$program ended with $LASTEXITCODE." }
}

function Add-Signature([string[]] $files) {
    if ($env:WINDOWS_CERTIFICATE) {
        Invoke-Checked signtool sign /f $env:WINDOWS_CERTIFICATE /p $env:WINDOWS_CERTIFICATE_PASSWORD `
            /fd SHA256 /td SHA256 /tr http://timestamp.digicert.com @files
    }
}

Invoke-Checked mvn -q -DskipTests clean package
Invoke-Checked $java packaging/MakeAppImage.java
Add-Signature (Get-ChildItem target/package/taskglass -Filter *.exe).FullName
Invoke-Checked $java packaging/MakeInstallers.java msi exe
Add-Signature (Get-ChildItem target/installers).FullName
