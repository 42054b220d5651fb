import { expect, test } from 'vitest'
import { lackingServices } from './lackingServices.ts'

test('a downloader needs the downloads, and whoever manages needs licensing', () => {
  expect(lackingServices(['READER', 'DOWNLOADER'], ['LICENSING'])).toEqual(['DOWNLOADS'])
  expect(lackingServices(['LICENSE_MANAGER', 'RENEWALS_MANAGER'], ['COMMUNITY'])).toEqual(['LICENSING'])
  expect(lackingServices(['DOWNLOADER'], ['DOWNLOADS'])).toEqual([])
  expect(lackingServices(['READER'], ['COMMUNITY'])).toEqual([])
})

test('a role without any service is told once', () => {
  expect(lackingServices(['DOWNLOADER', 'READER'], [])).toEqual(['any'])
  expect(lackingServices([], [])).toEqual([])
})
