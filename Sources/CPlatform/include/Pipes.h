#pragma once

/// Makes a pipe whose ends neither block nor survive exec: reading end, writing end. Returns 0, or an errno.
int cplatform_pipe(int *_Nonnull reading, int *_Nonnull writing);
