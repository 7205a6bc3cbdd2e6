/** Generated from ontology/diplomacy.ttl by `npm run vocabulary`; do not edit. All superclasses of each class, by local name. */
import type { NamedNode } from 'n3'
import { dcmitype } from './dcmitype.ts'
import { dcterms } from './dcterms.ts'
import { dip } from './dip.ts'
import { foaf } from './foaf.ts'
import { oa } from './oa.ts'
import { org } from './org.ts'
import { prov } from './prov.ts'
import { rico } from './rico.ts'
import { schema } from './schema.ts'

export const superclasses = {
  Actor: [rico.Agent],
  AgreementAct: [dip.DiplomaticAct, rico.Event],
  AppointmentAct: [dip.DiplomaticAct, rico.Event],
  ArchivalCopy: [rico.Instantiation],
  ArchivalUnit: [rico.RecordSet],
  Archive: [org.Organization, schema.ArchiveOrganization, dip.Actor, dip.CorporateBody, rico.Agent, rico.CorporateBody],
  AssuranceAct: [dip.DiplomaticAct, rico.Event],
  Collection: [dcmitype.Collection, rico.RecordSet],
  Conference: [dip.Event, rico.Event],
  Conversation: [dip.Event, rico.Event],
  ConversationRecord: [schema.CreativeWork, dip.Document, rico.Record],
  ConversionRule: [prov.Plan],
  CorporateBody: [org.Organization, dip.Actor, rico.Agent, rico.CorporateBody],
  Correspondence: [schema.CreativeWork, schema.Message, dip.Document, rico.Record],
  DateStatement: [rico.Date],
  DiplomaticAct: [rico.Event],
  DistributionEntry: [],
  Document: [schema.CreativeWork, rico.Record],
  Edition: [prov.Entity, schema.CreativeWork],
  EnclosedMessage: [schema.CreativeWork, schema.Message, dip.Correspondence, dip.Document, rico.Record],
  Event: [rico.Event],
  Evidence: [oa.SpecificResource],
  InformationAct: [dip.DiplomaticAct, rico.Event],
  InquiryAct: [dip.DiplomaticAct, rico.Event],
  InstructionAct: [dip.DiplomaticAct, rico.Event],
  InvitationAct: [dip.DiplomaticAct, rico.Event],
  Journal: [schema.CreativeWork, dip.Document, rico.Record],
  JournalEntry: [schema.CreativeWork, dip.Document, rico.Record],
  ListingEntry: [prov.Entity],
  ListingPage: [foaf.Document, schema.CollectionPage, schema.WebPage, dip.WebPage],
  Meeting: [dip.Event, rico.Event],
  NameForm: [rico.Name],
  Negotiation: [dip.Event, rico.Event],
  Note: [prov.Entity],
  OpinionAct: [dip.DiplomaticAct, rico.Event],
  Person: [foaf.Person, dip.Actor, rico.Agent, rico.Person],
  Place: [dcterms.Location, rico.Place],
  Position: [org.Post, dip.Actor, rico.Agent, rico.Position],
  PositionHolding: [org.Membership],
  PrintedCopy: [dip.ArchivalCopy, rico.Instantiation],
  ProposalAct: [dip.DiplomaticAct, rico.Event],
  ProtestAct: [dip.DiplomaticAct, rico.Event],
  Reception: [dip.Event, rico.Event],
  ReferenceNumber: [rico.Identifier],
  RefusalAct: [dip.DiplomaticAct, rico.Event],
  RequestAct: [dip.DiplomaticAct, rico.Event],
  SourceText: [prov.Entity],
  Stamp: [],
  State: [org.Organization, dip.Actor, dip.CorporateBody, rico.Agent, rico.CorporateBody],
  Telegram: [schema.CreativeWork, schema.Message, dip.Correspondence, dip.Document, rico.Record],
  TelephoneCall: [dip.Conversation, dip.Event, rico.Event],
  ThanksAct: [dip.DiplomaticAct, rico.Event],
  TransmissionStep: [rico.Event],
  Visit: [dip.Event, rico.Event],
  WebPage: [foaf.Document, schema.WebPage],
} as const satisfies Record<string, readonly NamedNode[]>

/** Local name of a class of the ontology. */
export type ClassName = keyof typeof superclasses
