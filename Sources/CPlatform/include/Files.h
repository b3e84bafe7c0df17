#pragma once
// Walking folders and reading files.
